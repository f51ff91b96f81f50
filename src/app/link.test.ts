// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { useViewStore, type ViewFacts } from '../stores/viewStore';
import { readAddress } from './address';
import { linkToPicture, readPicture } from './link';

const shown: ViewFacts = {
  ...useViewStore.getState(),
  screen: 'case',
  caseId: 'Fall 1/ä & b',
  model: 'nn:U?',
  structure: 'region:1,2',
  view: 'errors',
  layout: 'coronal',
  voxel: [1, 2, 3],
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
};

test('a link brings back the place and everything else that the picture depends on', () => {
  const link = linkToPicture('http://host/app/#/cohort', shown);
  expect(link.startsWith('http://host/app/#/case/')).toBe(true);
  const hash = link.slice(link.indexOf('#'));
  expect(shown).toMatchObject(readAddress(hash));
  const { modality, opacity, arrangement, drawing, sidePanes, hidden } = shown;
  expect(readPicture(hash)).toEqual({ modality, opacity, arrangement, drawing, sidePanes, hidden });
});

test('an address that is no copied link changes no setting, and nonsense in one changes none of what it spoils', () => {
  expect(readPicture('#/case/a?view=errors&voxel=1,2,3')).toEqual({});
  expect(readPicture('#/case/a?panes=two&opacity=7&drawing=oil&pane=magic:fill:')).toEqual({
    arrangement: 'two',
    modality: null,
    hidden: [],
  });
});
