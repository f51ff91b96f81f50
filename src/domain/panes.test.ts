import { describe, expect, it } from 'vitest';
import { modelsBeside, type PaneChoices, placedPanes, type SidePane } from './panes';

const side = (view: SidePane['view'], model: string | null = null): SidePane => ({
  view,
  model,
  drawing: 'fill',
});
const choices: PaneChoices = {
  arrangement: 'four',
  sidePanes: [side('reference'), side('errors', 'B'), side('models')],
  model: 'A',
  view: 'prediction',
  drawing: 'both',
  isBlinking: false,
};
const models = ['A', 'B', 'C'];
const brief = (change: Partial<PaneChoices>) =>
  placedPanes({ ...choices, ...change }, models).map(({ place, view, model }) => `${place} ${view} ${model}`);

describe('placedPanes', () => {
  it('puts the first of the others before the main pane, and as many as there is room for', () => {
    expect(brief({})).toEqual(['0 reference A', 'main prediction A', '1 errors B', '2 models A']);
    expect(brief({ arrangement: 'two' })).toEqual(['0 reference A', 'main prediction A']);
    expect(brief({ arrangement: 'one' })).toEqual(['main prediction A']);
  });

  it('never shows the same reference twice', () => {
    expect(brief({ arrangement: 'two', view: 'reference' })).toEqual(['0 prediction A', 'main reference A']);
  });

  it('shows the other view in the main pane while it blinks, even where that has no pane of its own', () => {
    expect(brief({ arrangement: 'one', isBlinking: true })).toEqual(['main reference A']);
  });

  it('follows the chosen model where a pane names a model that is not open', () => {
    expect(brief({ arrangement: 'two', sidePanes: [side('errors', 'gone')] })[0]).toBe('0 errors A');
  });

  it('compares with the model beside, else with the next one, and says which models must be read', () => {
    const panes = placedPanes(choices, models);
    expect(panes.map(({ otherModel }) => otherModel)).toEqual(['B', 'B', 'A', 'B']);
    expect(modelsBeside(panes, 'A')).toEqual(['B']);
    const alone = placedPanes({ ...choices, arrangement: 'one', view: 'models', sidePanes: [] }, models);
    expect(modelsBeside(alone, 'A')).toEqual(['B']);
    expect(placedPanes({ ...choices, arrangement: 'one' }, ['A'])[0].otherModel).toBeNull();
    expect(modelsBeside(placedPanes({ ...choices, arrangement: 'one' }, models), 'A')).toEqual([]);
  });
});
