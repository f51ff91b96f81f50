/// <reference types="vite-plugin-pwa/vanillajs" />

/** Written in by vite.config.ts from package.json. */
declare const __APP_VERSION__: string;
