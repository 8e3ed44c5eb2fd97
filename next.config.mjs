/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  devIndicators: false,
  // Types are a suite of their own (`npm run check`): a start of the demo need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // No image is resized: its endpoint would request whatever a stranger names, and log it.
  images: { unoptimized: true },
  // The server logs through the first in worker threads of its own; bundling would break their paths. The second reads its
  // files beside its code.
  serverExternalPackages: ['pino', 'pdfkit'],
  experimental: {
    // Fewer and larger scripts, in raw bytes of source: gzip finds more that repeats. At twice the size, menus would be sent
    // several times, each with its own copy of Radix.
    turbopackChunking: { minChunkSize: 120_000 },
  },
  turbopack: {
    resolveAlias: {
      // The shim beneath is for React before 18.
      'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector',
      // Both hold the same parsers. The browser has the first for its hooks and needs no copy of them.
      'nuqs/server': { browser: 'nuqs' },
    },
  },
  // The browser requests the icon again for each URL that a search or an open record sets. Its URL contains its hash.
  headers: () => [
    { source: '/icon.svg', headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }] },
  ],
}
