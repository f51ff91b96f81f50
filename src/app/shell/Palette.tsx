import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  useSpotlight,
} from '@mantine/spotlight';
import { keepScene, openScene } from '../../actions/changeScenes';
import { askForScheme } from '../../actions/chooseScheme';
import { changeView, navigate, openCase, openPanel } from '../../actions/navigate';
import { openDemo } from '../../actions/openDemo';
import { leaveRating } from '../../actions/rate';
import { showWorstSlice } from '../../actions/screen/startVoxel';
import { showHelp } from '../../actions/showHelp';
import { stepError } from '../../actions/stepError';
import { useViewKinds } from '../../derived/useViewKinds';
import { structureKey, structuresOf } from '../../domain/labelScheme';
import type { ViewKind } from '../../domain/view';
import { languages, nextLanguage } from '../../i18n/languages';
import { type Translate, useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useScenesStore } from '../../stores/scenesStore';
import { useViewStore } from '../../stores/viewStore';
import { toggleFullScreen } from '../parts/fullScreen';
import { sceneTitle } from '../parts/sceneTexts';
import { beginPresentation } from '../present/presentation';
import { saveScoresCsv, saveScoresJson } from '../report/saveScores';
import { casePanels } from './casePanels';
import { cohortPanels } from './cohortPanels';
import { paletteStore } from './paletteStore';

const mostShown = 30;

/** Everything that can be gone to or done, by name. */
export function Palette() {
  const { t } = useTranslate();
  const isOpen = useSpotlight(paletteStore).opened;
  const views = useViewKinds('main');
  return (
    <Spotlight
      store={paletteStore}
      shortcut={null}
      lockScroll={false}
      actions={isOpen ? entries(t, views) : []}
      limit={mostShown}
      nothingFound={t('inspector.paletteNothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      title={t('inspector.palette')}
      classNames={{ header: 'visually-hidden' }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.5 }}
      searchProps={{
        placeholder: t('inspector.palettePlaceholder'),
        'aria-label': t('inspector.palette'),
      }}
    />
  );
}

function entries(t: Translate, views: readonly ViewKind[]): SpotlightActionGroupData[] {
  const { cohort, scheme } = useCohortStore.getState();
  const { screen, colorScheme, language } = useViewStore.getState();
  const entry = (id: string, label: string, onClick: () => void): SpotlightActionData => ({
    id,
    label,
    onClick,
  });
  const cases = (cohort?.cases ?? []).map(({ id }) => entry(`case ${id}`, id, () => openCase(id)));
  const general = [
    entry('demo', t('app.openDemo'), () => void openDemo()),
    entry('start', t('app.start'), () => navigate({ screen: 'start' })),
    entry('colors', t('app.switchColors'), () =>
      changeView({ colorScheme: colorScheme === 'dark' ? 'light' : 'dark' }),
    ),
    entry('language', t('app.switchLanguage', { name: languages[nextLanguage(language)].name }), () =>
      changeView({ language: nextLanguage(language) }),
    ),
    entry('full', t('inspector.keyFull'), toggleFullScreen),
    entry('help', t('inspector.help'), () => showHelp(true)),
  ];
  // Nothing that can be found here may tell what is rated.
  if (screen === 'rate') {
    const leave = entry('leave', t('rating.keyLeave'), leaveRating);
    return [
      { group: t('inspector.groupActions'), actions: [leave, ...general.filter(({ id }) => id !== 'demo')] },
    ];
  }
  const ofCohort = cohort
    ? [
        ...cohortPanels.map(({ tab, title }) =>
          entry(`tab ${tab}`, `${t('app.cohort')} · ${t(title)}`, () => navigate({ screen: 'cohort', tab })),
        ),
        entry('scheme', t('scheme.changeScheme'), askForScheme),
        entry('json', t('app.saveJson'), saveScoresJson),
        entry('csv', t('app.saveCsv'), saveScoresCsv),
      ]
    : [];
  const ofCase = [
    entry('next', t('inspector.nextError'), () => void stepError(1)),
    entry('previous', t('inspector.previousError'), () => void stepError(-1)),
    entry('worst', t('inspector.worstSlice'), showWorstSlice),
    ...casePanels.map(({ panel, title }) => entry(`panel ${panel}`, t(title), () => openPanel(panel))),
    entry('keep', t('scenes.keepKey'), keepScene),
  ];
  const scenes = useScenesStore.getState().scenes.now;
  const ofScenes = scenes.map((scene, index) =>
    entry(`scene ${scene.id}`, `${index + 1} ${sceneTitle(scene, scheme, t)}`, () => openScene(scene.id)),
  );
  const inCase: SpotlightActionGroupData[] =
    screen === 'case' && scheme
      ? [
          {
            group: t('inspector.groupViews'),
            actions: views.map((view) => entry(`view ${view}`, t(`view.${view}`), () => navigate({ view }))),
          },
          {
            group: t('inspector.groupStructures'),
            actions: structuresOf(scheme).map((structure) =>
              entry(
                `structure ${structureKey(structure)}`,
                `${structure.name} (${t(`words.${structure.kind}`)})`,
                () => navigate({ structure: structureKey(structure) }),
              ),
            ),
          },
          {
            group: t('inspector.groupModels'),
            actions: (cohort?.models ?? []).map((model) =>
              entry(`model ${model}`, model, () => navigate({ model })),
            ),
          },
        ]
      : [];
  const presenting = scenes.length > 0 ? [entry('present', t('scenes.presentFrom'), beginPresentation)] : [];
  const actions = [...presenting, ...(screen === 'case' ? ofCase : []), ...ofCohort, ...general];
  return [
    { group: t('inspector.groupCases'), actions: cases },
    ...inCase,
    { group: t('scenes.title'), actions: ofScenes },
    { group: t('inspector.groupActions'), actions },
  ].filter((group) => group.actions.length > 0);
}
