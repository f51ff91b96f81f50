import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** No file of the app is larger; a larger one fails the build instead of being missing offline. */
const largestFileBytes = 4_000_000;

/**
 * Makes the built page installable and startable without network: a service worker that holds the files of this
 * build and nothing else. It knows no run-time caching, so it never keeps what a person opens, and a new version
 * waits until the person asks for it. In development there is none.
 */
export function offline(): PluginOption {
  return VitePWA({
    registerType: 'prompt',
    // The page registers it by itself (src/app/shell/NewVersion.tsx): its policy allows no inline script.
    injectRegister: null,
    manifest: {
      id: './',
      name: 'RegionLens',
      short_name: 'RegionLens',
      description: 'Why nested regions and rebuilt labels score differently. Nothing leaves this machine.',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#0e1013',
      theme_color: '#0e1013',
      categories: ['medical', 'science'],
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
      maximumFileSizeToCacheInBytes: largestFileBytes,
      cleanupOutdatedCaches: true,
      sourcemap: false,
    },
  });
}
