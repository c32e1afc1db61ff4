-- AlterTable
ALTER TABLE "department" ADD COLUMN "parent_id" UUID;

-- AlterTable
ALTER TABLE "officer" ADD COLUMN "agenda_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "deputy_id" UUID,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing" (
    "agenda_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "rule" JSONB NOT NULL,
    "turns" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "routing_pkey" PRIMARY KEY ("agenda_id","department_id")
);

-- CreateIndex
CREATE INDEX "department_parent_id_idx" ON "department"("parent_id");

-- CreateIndex
CREATE INDEX "absence_officer_id_until_on_idx" ON "absence"("officer_id", "until_on");

-- CreateIndex
CREATE INDEX "absence_deputy_id_until_on_idx" ON "absence"("deputy_id", "until_on");

-- CreateIndex
CREATE INDEX "absence_until_on_id_idx" ON "absence"("until_on", "id");

-- CreateIndex
CREATE INDEX "routing_department_id_idx" ON "routing"("department_id");

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing" ADD CONSTRAINT "routing_agenda_id_fkey" FOREIGN KEY ("agenda_id") REFERENCES "agenda"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing" ADD CONSTRAINT "routing_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what the database itself must hold.
ALTER TABLE "department" ADD CONSTRAINT "department_is_not_its_own_unit" CHECK ("parent_id" <> "id");
ALTER TABLE "absence" ADD CONSTRAINT "absence_ends_after_it_begins" CHECK ("from_on" <= "until_on");
ALTER TABLE "absence" ADD CONSTRAINT "absence_deputy_is_somebody_else" CHECK ("deputy_id" <> "officer_id");
