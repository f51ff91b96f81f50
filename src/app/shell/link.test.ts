// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startCamera } from '../../domain/camera';
import type { Picture } from '../../domain/picture';
import { readAddress } from './address';
import { linkToPicture, readPicture } from './link';

const place = {
  caseId: 'Fall 1/ä & b',
  model: 'nn:U?',
  structure: 'region:1,2',
  view: 'errors',
  cause: null,
  layout: 'coronal',
  voxel: [1, 2, 3],
} as const;

const settings = {
  modality: 't1 & c',
  opacity: 0.35,
  arrangement: 'four',
  drawing: 'both',
  sidePanes: [
    { view: 'reference', model: null, drawing: 'outline' },
    { view: 'errors', model: 'other: model', drawing: 'fill' },
    { view: 'confusion', model: null, drawing: 'both' },
  ],
  hidden: ['label:2', 'label:1'],
  shares: { 'region:1,2': 0.4, 'label:3': 0.05 },
  isBlinking: true,
  curtain: 0.3333333333333333,
  thresholdStep: 77,
  camera: { ...startCamera, panMm: [-12.345678901234567, 0.1, 1e-7], zoom: 2.718281828459046 },
  window: [-0.1, 0.7],
} as const;

const shown = { ...place, ...settings } as unknown as Picture;

const hashOf = (link: string) => link.slice(link.indexOf('#'));

test('a link brings back the place and everything else that the picture depends on, to the last digit', () => {
  const link = linkToPicture('http://host/app/#/cohort', shown);
  expect(link.startsWith('http://host/app/#/case/')).toBe(true);
  expect(readAddress(hashOf(link))).toEqual({ ...place, screen: 'case', scene: 1 });
  expect(readPicture(hashOf(link))).toEqual(settings);
});

test('a link to the picture as it is at the start says so, and does not leave it to whoever opens it', () => {
  const plain = { shares: {}, hidden: [], isBlinking: false, thresholdStep: null, modality: null };
  const picture: Picture = { ...shown, ...plain, camera: startCamera, window: 'full' };
  const read = readPicture(hashOf(linkToPicture('http://host/', picture)));
  expect(read).toMatchObject({ ...plain, camera: startCamera, window: 'full' });
});

test('an address that is no copied link changes no setting, and nonsense in one changes none of what it spoils', () => {
  expect(readPicture('#/case/a?view=errors&voxel=1,2,3')).toEqual({});
  const nonsense = [
    'opacity=7&drawing=oil&pane=magic:fill:',
    'curtain=-1&share=2:label:1&share=0.5&share=x:label:2',
    'camera=1,2,3,0,110,10,1&window=5,1&threshold=300&blink=yes',
  ].join('&');
  const kept = { shares: {}, isBlinking: false, thresholdStep: null };
  expect(readPicture(`#/case/a?panes=two&${nonsense}`)).toEqual({
    arrangement: 'two',
    modality: null,
    hidden: [],
    ...kept,
  });
  for (const camera of ['', ',,,,,,', 'NaN,0,0,1,0,0,1', '1,2,3', 'Infinity,0,0,1,0,0,1', 'undefined']) {
    expect(readPicture(`#/case/a?panes=two&camera=${camera}&window=${camera}`)).not.toHaveProperty('camera');
  }
});

test('whatever an address holds, what is read from it can be drawn', () => {
  const names = fc.constantFrom(
    'opacity',
    'curtain',
    'camera',
    'window',
    'threshold',
    'share',
    'pane',
    'panes',
  );
  const parts = fc.array(fc.tuple(names, fc.string()), { maxLength: 12 });
  fc.assert(
    fc.property(parts, (pairs) => {
      const query = new URLSearchParams([['panes', 'two'], ...pairs]);
      const { opacity = 0, curtain = 0, camera, window } = readPicture(`#/case/a?${query}`);
      expect([opacity, curtain].every((share) => share >= 0 && share <= 1)).toBe(true);
      if (camera) {
        const { framing, ...numbers } = camera;
        expect(['head', 'field']).toContain(framing);
        expect(Object.values(numbers).flat().every(Number.isFinite)).toBe(true);
      }
      if (window && window !== 'full') expect(window[1]).toBeGreaterThan(window[0]);
    }),
  );
});
