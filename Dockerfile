# The production server and nothing else: no sources, no tests, no sandbox. Settings come from the environment (.env.example).
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /desk
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24.21.0-bookworm-slim
WORKDIR /desk
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build /desk/.next/standalone ./
USER node
EXPOSE 3000
# Whether the process answers. Whether customers can be read is asked of /api/health/ready, by a balancer.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
