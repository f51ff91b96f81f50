import { Suspense, useMemo } from 'react';
import { shareOpacity } from '../../actions/changePanes';
import { navigate, toggleHidden } from '../../actions/navigate';
import { useLabelsOnSlice } from '../../derived/useLabelsOnSlice';
import { answerKey, chosenImage } from '../../domain/cohort';
import type { Geometry } from '../../domain/geometry';
import type { LabelScheme } from '../../domain/labelScheme';
import type { RatingStudy } from '../../domain/rating';
import type { View } from '../../domain/view';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useRatingStore } from '../../stores/ratingStore';
import { type ShownAnswer, useShownAnswerStore } from '../../stores/shownAnswerStore';
import { useViewStore } from '../../stores/viewStore';
import { Legend } from '../../viewer/Legend';
import { CasePane, drawnAs } from '../parts/panes/casePaneLoader';
import { useShares } from '../parts/panes/PaneGrid';
import { LayoutControl, ModalitySelect, OpacitySlider } from '../parts/panes/PictureControls';
import { WindowControl } from '../parts/panes/WindowControl';

const reference: View = { kind: 'reference' };
const prediction: View = { kind: 'prediction' };
const noScores = {};

/** Whether what is on screen is what is to be rated. */
export function useIsShown(study: RatingStudy): boolean {
  const place = useRatingStore((facts) => facts.place);
  const key = useShownAnswerStore((facts) => facts.answer?.key);
  const item = study.items[place];
  return item !== undefined && key === answerKey(item.caseId, item.model);
}

/** The picture with its tools, and nothing on it that tells what it is of. */
export function RatePicture({ study }: { study: RatingStudy }) {
  const { t } = useTranslate();
  const place = useRatingStore((facts) => facts.place);
  const scheme = useCohortStore((facts) => facts.scheme);
  const files = useCohortStore((facts) => facts.files);
  const cohort = useCohortStore((facts) => facts.cohort);
  const wanted = useViewStore((view) => view.modality);
  const { answer, problem, loadingKey } = useShownAnswerStore();
  const isShown = useIsShown(study);
  if (!scheme) return null;
  if (files.size === 0) return <p className="quiet rate-missing">{t('session.filesClosed')}</p>;
  const images = cohort?.cases.find(({ id }) => id === study.items[place]?.caseId)?.images ?? [];
  const chosen = chosenImage(images, wanted);
  const views = study.isReferenceShown ? [reference, prediction] : [prediction];
  return (
    <div className="case-center">
      <div className="view-bar" role="toolbar" aria-label={t('view.toolbar')}>
        <ModalitySelect modalities={images.map(({ name }) => name)} />
        <LayoutControl />
        {chosen && <WindowControl modality={chosen.name} />}
        {study.drawing === 'fill' && <OpacitySlider />}
      </div>
      <div className="panes rate-panes" data-shown={isShown}>
        {answer &&
          views.map((view) => (
            <RatePane
              key={view.kind}
              view={view}
              answer={answer}
              scheme={scheme}
              study={study}
              image={(isShown && chosen && files.get(chosen.path)) || null}
              imageGrid={(isShown && chosen && answer.imageGrids[chosen.path]) || null}
              modality={chosen?.name ?? ''}
            />
          ))}
        {!isShown && (
          <p className="rate-cover" role="status">
            {t(problem ? 'rating.cannotShow' : loadingKey ? 'rating.loading' : 'session.filesClosed')}
          </p>
        )}
      </div>
      {answer && <RateLegend answer={answer} scheme={scheme} views={views} />}
    </div>
  );
}

interface RatePaneProps {
  view: View;
  answer: ShownAnswer;
  scheme: LabelScheme;
  study: RatingStudy;
  image: File | null;
  imageGrid: Geometry | null;
  modality: string;
}

function RatePane({ view, answer, scheme, study, image, imageGrid, modality }: RatePaneProps) {
  const { t } = useTranslate();
  const layout = useViewStore((facts) => facts.layout);
  const opacity = useViewStore((facts) => facts.opacity);
  const voxel = useViewStore((facts) => facts.voxel);
  const shares = useShares();
  const title = t(view.kind === 'reference' ? 'view.reference' : 'view.prediction');
  return (
    <section className="rate-pane" aria-label={title}>
      {study.isReferenceShown && <p className="rate-pane-title">{title}</p>}
      <Suspense fallback={<div />}>
        <CasePane
          image={image}
          imageGrid={imageGrid}
          imageName={t('rating.image')}
          modality={modality}
          pair={answer}
          scheme={scheme}
          view={view}
          layout={layout}
          shares={shares}
          {...drawnAs(study.drawing, opacity)}
          voxel={voxel}
          onVoxel={goToVoxel}
          isNoticed={view.kind === 'prediction'}
          label={title}
        />
      </Suspense>
    </section>
  );
}

function goToVoxel(voxel: [number, number, number]): void {
  navigate({ voxel });
}

function RateLegend({ answer, scheme, views }: { answer: ShownAnswer; scheme: LabelScheme; views: View[] }) {
  const shares = useShares();
  const shown = useMemo(() => views.map((view) => ({ view, ...answer })), [views, answer]);
  return (
    <Legend
      shown={shown}
      scheme={scheme}
      onSlice={useLabelsOnSlice()}
      shares={shares}
      dices={noScores}
      onToggle={toggleHidden}
      onShare={shareOpacity}
    />
  );
}
