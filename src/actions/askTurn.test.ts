// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { answerKey } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import { askTurn } from './askTurn';
import { handInWorkers } from './pool';
import { idleWorker } from './testWorkers';

handInWorkers(idleWorker);

test('an answer is turned by header or left as stored, whatever was said before', () => {
  const key = answerKey('a', 'unet');
  for (const asked of ['by-header', 'by-voxel', 'by-header'] as const) {
    askTurn('a', 'unet', asked);
    expect(useCohortStore.getState()).toMatchObject({
      turnedByHeader: asked === 'by-header' ? [key] : [],
      comparedByVoxel: asked === 'by-voxel' ? [key] : [],
    });
  }
});
