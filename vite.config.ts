import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { licenceFile, licences } from './scripts/licences.ts';
import { offline } from './scripts/offline.ts';

const policyMeta = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"\s*\/>/;

/** The one policy lives in index.html; workers take theirs from response headers, so the server repeats it. */
const contentSecurityPolicy = policyMeta.exec(readFileSync('index.html', 'utf8'))?.[1];
if (!contentSecurityPolicy) throw new Error('index.html has no content security policy');

/** Vite's development client needs inline scripts; the built page never does. */
const withoutPolicyInDevelopment: Plugin = {
  name: 'without-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html, context) => (context.server ? html.replace(policyMeta, '') : html),
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

export default defineConfig({
  base: './',
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [react(), offline(), licences('page'), withoutPolicyInDevelopment],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200, license: { fileName: licenceFile } },
  preview: { port: 4173, headers: { 'Content-Security-Policy': contentSecurityPolicy } },
});
