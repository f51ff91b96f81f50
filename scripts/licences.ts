import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The file of licence texts beside what is built; Vite writes those of all bundled modules into it. */
export const licenceFile = 'third-party-licenses.txt';

/** Packages whose files are handed on without being bundled as modules. */
const copied: Record<'page' | 'cli', string[]> = {
  page: ['workbox-core'],
  cli: [],
};

/** Adds the licences of what is copied as files, and stops the build at a licence that reaches over to ours. */
export function licences(target: 'page' | 'cli'): Plugin {
  return {
    name: 'licences',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const written = bundle[licenceFile];
        // The page's workers are builds of their own; their modules are in the page's as well.
        if (written?.type !== 'asset') return;
        const texts = copied[target].map((name) => {
          const read = (file: string) => readFileSync(`node_modules/${name}/${file}`, 'utf8');
          const { version, license } = JSON.parse(read('package.json'));
          return `\n## ${name} - ${version} (${license})\n\n${read('LICENSE')}`;
        });
        written.source = `${written.source}${texts.join('')}`;
        const reaching = /^## .*\b[AL]?GPL.*$/im.exec(written.source);
        if (reaching) this.error(`not to be handed on under our licence: ${reaching[0]}`);
      },
    },
  };
}
