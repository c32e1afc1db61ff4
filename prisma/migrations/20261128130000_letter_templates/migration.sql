-- CreateTable
CREATE TABLE "letter_template" (
    "id" UUID NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id")
);
