import { defineConfig } from 'vitest/config';
import { itkReaders } from './scripts/itkReaders.ts';

export default defineConfig({
  plugins: [itkReaders()],
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    // By default one core is left for watching.
    maxWorkers: '100%',
  },
});
