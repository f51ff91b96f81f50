import * as v from 'valibot';
import { caseMarks } from '../domain/annotation';
import { lesionProfileNames } from '../domain/lesions';
import { noNumberReasons } from '../domain/noNumber';
import { profileNames } from '../domain/profile';
import { gapNumbers, gapVoxels } from '../domain/results';
import { structureScores } from '../domain/scoreKinds';
import { surfaceDistances } from '../domain/surfaceDistances';

/**
 * The scores file (docs/scores-file.md): its type, what is refused on reading, and docs/scores-file.schema.json follow
 * from here. Keys that are missing in files of other writers or older versions are optional.
 */

const text = v.string();
/** JSON has no word for other numbers, but 1e400 reads as infinite. */
const number = v.pipe(v.number(), v.finite());
const above0 = v.pipe(number, v.gtValue(0));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const numbers = v.array(number);
const wholes = v.array(whole);
const voxel = three(whole);

/** As along the axes. */
function three<Schema extends v.GenericSchema>(item: Schema) {
  type Item = v.InferOutput<Schema>;
  return v.pipe(v.array(item), v.length(3)) as unknown as v.GenericSchema<[Item, Item, Item]>;
}

function told<const Schema extends v.GenericSchema>(meaning: string, schema: Schema) {
  return v.pipe(schema, v.description(meaning));
}

/** For objects without a key that is required: v.object would take a list for one. */
const noList = v.custom<object>((json) => typeof json === 'object' && json !== null && !Array.isArray(json));

const reason = v.optional(v.fallback(v.picklist(noNumberReasons), 'not-computed'));

/** Each key with its value, or null and the reason beside it. */
function maybe<const Key extends string, Value extends v.GenericSchema>(keys: readonly Key[], value: Value) {
  const reasons = keys.map((key) => `${key}Reason` as const);
  return { ...v.entriesFromList(keys, v.nullish(value)), ...v.entriesFromList(reasons, reason) };
}

/** Lists that belong together item by item. */
function parallel<Lists extends Record<string, number[]>>(lists: v.GenericSchema<Lists>) {
  const isParallel = (found: Lists) => new Set(Object.values(found).map(({ length }) => length)).size === 1;
  return v.pipe(lists, v.check(isParallel));
}

const diceCurve = parallel(v.object({ shiftsMm: numbers, dice: numbers }));
const distanceCounts = parallel(v.object({ distancesMm: numbers, counts: wholes }));
const growAndShrink = v.pipe(noList, v.object(maybe(['grow', 'shrink'], number)));
const curves = v.pipe(noList, v.object({ grow: v.optional(diceCurve), shrink: v.optional(diceCurve) }));

const surface = v.pipe(
  noList,
  v.object({
    ...maybe(surfaceDistances, number),
    nsd: v.nullish(v.array(v.object({ tauMm: number, ...maybe(['value'], number) }))),
    areaMm2: told('Of both surfaces.', v.optional(number)),
    areaByDistance: told(
      'The area of both surfaces by its distance from the other one: nsd at any τ follows from it.',
      v.optional(parallel(v.object({ distancesMm: numbers, areasMm2: numbers }))),
    ),
  }),
  v.forward(
    v.check(({ areaByDistance, areaMm2 }) => !areaByDistance || areaMm2 !== undefined),
    ['areaMm2'],
  ),
);

const place = {
  id: whole,
  volumeMm3: number,
  centre: voxel,
  box: v.object({ lower: voxel, upper: voxel }),
};
const lesions = v.pipe(
  v.object({
    profile: v.picklist(lesionProfileNames),
    dice: v.nullable(number),
    hd95Mm: v.nullable(number),
    truePositives: whole,
    falsePositives: whole,
    falseNegatives: whole,
    lesions: told(
      'Of the reference, by descending volume; `components` are the ids of what the prediction found of it.',
      v.optional(
        v.array(
          v.object({
            ...place,
            outcome: v.picklist(['found', 'missed', 'below-threshold']),
            components: wholes,
            dice: v.nullable(number),
            hd95Mm: v.nullable(number),
          }),
        ),
      ),
    ),
    components: told(
      'Of the prediction, by descending volume; a false positive has no `lesions`.',
      v.optional(v.array(v.object({ ...place, lesions: wholes }))),
    ),
  }),
  v.forward(
    v.check(({ lesions, components }) => !lesions || components !== undefined),
    ['components'],
  ),
);

const structure = v.pipe(
  v.object({
    kind: v.picklist(['region', 'label']),
    name: text,
    labels: wholes,
    ...maybe(['tp', 'fp', 'fn', 'tn'], whole),
    ...maybe(
      structureScores.filter((score) => score.from === 'overlap').map(({ key }) => key),
      number,
    ),
    ...maybe(['surface'], surface),
    ...maybe(['lesions'], lesions),
  }),
  v.forward(
    v.check(({ surface, tp, fp, fn }) => !surface || [tp, fp, fn].every((count) => count != null)),
    ['tp'],
  ),
);

const pair = v.pipe(
  v.object({
    region: text,
    label: whole,
    ...maybe(gapVoxels, whole),
    ...maybe(gapNumbers, number),
    ...maybe(
      ['boundary'],
      told(
        'How many of these voxels lie within τ of the reference boundary.',
        v.object({ tauMm: number, shared: whole, child: whole, relieved: whole }),
      ),
    ),
    errorsByDistance: told(
      'The same by distance from the boundary, to 20 mm.',
      v.optional(v.object({ shared: distanceCounts, child: distanceCounts, relieved: distanceCounts })),
    ),
    ...maybe(['regionShiftMm', 'labelShiftMm', 'labelDiceAtRegionShift'], growAndShrink),
    ...maybe(['shapePart', 'accuracyPart'], number),
    regionCurves: v.nullish(curves),
    labelCurves: v.nullish(curves),
  }),
  v.forward(
    v.check((item) => !item.regionShiftMm || (!!item.labelShiftMm && !!item.labelDiceAtRegionShift)),
    ['labelShiftMm'],
  ),
);

const isTurnable = told('Turning one of them by its header changes the scores.', v.optional(v.boolean()));

const fact = {
  name: v.pipe(
    text,
    v.check((name) => !(name in {})),
  ),
  value: v.union([number, text]),
};
const problem = v.object({ code: text, file: text, facts: v.pipe(noList, v.record(fact.name, fact.value)) });

const knownWarnings = [
  warning('headers-apart', { otherFile: text, distanceMm: number, isTurnable }),
  warning('reoriented', { otherFile: text, isTurnable }),
  warning('spacing-differs', { otherFile: text }),
  warning('unusual-edge', { spacing: text }),
  warning('spacing-contradicts-form', { pixdim: text, form: text }),
  warning('no-spacing', { axes: text, spacing: text, form: text }),
  warning('no-orientation', {}),
  warning('rounded-values', { voxels: whole }),
  warning('nan-voxels', { voxels: whole }),
  warning('segments-renumbered', { segments: text }),
  warning('segments-unnamed', { segments: text }),
  warning('segments-contradict', { inner: text, outer: text }),
  warning('mask-left-out', { structure: text, problem }),
  warning('masks-missing', { structures: text }),
] as const;

function warning<const Kind extends string, Facts extends v.ObjectEntries>(kind: Kind, facts: Facts) {
  return v.object({ kind: v.literal(kind), file: text, ...facts });
}

export const warningKinds: readonly string[] = knownWarnings.map(({ entries }) => entries.kind.literal);

const anyWarning = v.variant('kind', [
  ...knownWarnings,
  v.object({ kind: v.pipe(text, v.notValues(warningKinds)) }),
]);

const changedStructure = v.object({
  kind: v.picklist(['foreground', 'region', 'label']),
  name: text,
  labels: wholes,
});
const flag = v.optional(v.boolean(), false);
const cause = v.variant('kind', [
  v.object({ kind: v.literal('class-order'), regionsClassOrder: wholes }),
  v.object({ kind: v.literal('paint-sequence'), regions: v.array(text) }),
  v.object({ kind: v.literal('region-order'), regions: v.array(text) }),
  v.object({
    kind: v.literal('labels-renamed'),
    renamed: v.array(v.object({ from: whole, to: whole })),
  }),
  v.object({ kind: v.literal('region-ignored'), region: text }),
  v.object({
    kind: v.literal('threshold'),
    isCommon: flag,
    thresholds: v.pipe(v.array(v.object({ region: text, atLeast: number, below: number })), v.nonEmpty()),
  }),
  v.object({
    kind: v.literal('components-removed'),
    structure: changedStructure,
    componentVoxels: wholes,
    keptComponents: whole,
    replacedBy: whole,
  }),
  v.object({
    kind: v.literal('holes-filled'),
    structure: changedStructure,
    holeVoxels: wholes,
    filledWith: whole,
  }),
  v.object({ kind: v.literal('axes'), axes: three(whole), flipped: three(v.boolean()) }),
  v.object({ kind: v.literal('softmax'), channels: whole, hasBackground: flag }),
]);

const reconstruction = v.object({
  verdict: v.picklist(['identical', 'explained', 'unexplained']),
  differingVoxels: whole,
  causes: told('Each of them alone explains every voxel.', v.array(cause)),
  nearest: told(
    'A hint where nothing explains it.',
    v.nullish(v.object({ cause, differingVoxels: whole, explainedShare: number })),
  ),
});

const file = v.object({
  file: text,
  bytes: whole,
  modified: told('When it was last changed, in ms since 1970.', v.optional(number)),
});

export const caseSchema = v.object({
  case: text,
  model: text,
  reference: file,
  prediction: file,
  geometry: v.object({
    dimensions: told('2 where the grid is one voxel thick.', v.nullish(v.picklist([2, 3]))),
    shape: three(v.pipe(whole, v.gtValue(0))),
    spacingMm: told('1 across a slice.', three(above0)),
    warnings: told('Kinds of later versions are passed over.', v.array(anyWarning)),
  }),
  confusion: told(
    'Voxels by label value in the reference (rows) and in the prediction (columns): every overlap score follows from it.',
    v.pipe(
      v.object({ labels: wholes, counts: v.array(wholes) }),
      v.forward(
        v.check(({ labels, counts }) => [counts, ...counts].every((row) => row.length === labels.length)),
        ['counts'],
      ),
      v.forward(
        v.check(({ labels }) => new Set(labels).size === labels.length),
        ['labels'],
      ),
    ),
  ),
  paintKey: told(
    'Only of maps painted from raw regions: what the scheme had to say about it, so that another scheme paints anew.',
    v.nullish(text),
  ),
  indistinct: told(
    'Only where a mask was left out: sets of label values (0 is the background) that it would have told apart. `confusion` holds the smallest of each in place of all; a structure that holds only some values of a set is not scored.',
    v.optional(v.array(wholes)),
  ),
  structures: v.nullish(v.array(structure), []),
  pairs: told(
    'A region and the label that it paints: gap = regionDice − labelDice = volumeEffect + accumulatedError − relief. `sharedVoxels` are wrong in both, `childVoxels` in the label alone, `relievedVoxels` in the region alone.',
    v.nullish(v.array(pair), []),
  ),
  reconstruction: told(
    'Whether the saved label map is what its raw regions paint.',
    v.nullish(reconstruction),
  ),
  reconstructionReason: v.optional(text),
});

const scheme = v.object({
  name: v.nullish(text, ''),
  labels: v.array(
    v.object({
      value: whole,
      name: text,
      // It is put into pages and pictures as it stands.
      color: v.optional(v.pipe(text, v.regex(/^#[0-9a-fA-F]{6}$/))),
    }),
  ),
  regions: told('In declared order.', v.array(v.object({ name: text, labels: wholes }))),
  regionsClassOrder: wholes,
  ignoreLabel: v.nullable(whole),
});

export function isScheme(json: unknown): boolean {
  return v.is(scheme, json);
}

const failed = v.object({ case: text, model: text, file: text, code: text, message: text });
const saidNothing = { case: '', model: '', file: '', code: '', message: '' };

export const fileSchema = v.object({
  format: v.literal('regionlens.scores'),
  version: v.literal(1),
  producer: told('Name and version of the writer.', v.nullish(text, '')),
  profile: told('Convention for empty structures and means.', v.picklist(profileNames)),
  scheme,
  cases: told('One for each case and model.', v.array(caseSchema)),
  failures: told(
    'What could not be scored; without a case it concerns the folders. An entry that says less is passed over.',
    v.optional(v.fallback(v.array(v.fallback(failed, saidNothing)), []), []),
  ),
  marks: told(
    'What a person thinks of cases; excluded ones are in `cases` as well. A mark that is not known counts as none.',
    v.optional(
      v.array(
        v.object({ case: text, mark: v.fallback(v.nullable(v.picklist(caseMarks)), null), note: text }),
      ),
    ),
  ),
  session: told(
    'Only in a saved session: the state of the page, for RegionLens alone.',
    v.optional(v.unknown()),
  ),
});

/** What stands by its name in the published schema. */
export const definitions = {
  reason,
  whole,
  wholes,
  number,
  numbers,
  diceCurve,
  distanceCounts,
  growAndShrink,
  curves,
  surface,
  lesions,
  structure,
  pair,
  warning: anyWarning,
  cause,
  reconstruction,
  file,
};

export type ScoresFile = v.InferOutput<typeof fileSchema>;
export type ScoresCase = v.InferOutput<typeof caseSchema>;
export type ScoresStructure = v.InferOutput<typeof structure>;
export type ScoresPair = v.InferOutput<typeof pair>;
export type ScoresSurface = v.InferOutput<typeof surface>;
export type ScoresLesions = v.InferOutput<typeof lesions>;
