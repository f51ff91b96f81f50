import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { moveCamera, setWindow } from '../actions/moveCamera';
import { autoWindow } from '../domain/camera';
import type { Geometry } from '../domain/geometry';
import type { LabelScheme } from '../domain/labelScheme';
import { caseOrientation } from '../domain/orientation';
import { ownValue } from '../domain/ownValue';
import type { PairCodes, VoxelBox } from '../domain/pairCodes';
import { flatPlane, type Plane } from '../domain/planeAxis';
import type { SliceLayout, View } from '../domain/view';
import { formatMeasure } from '../i18n/formatNumber';
import { sideDoubtText, sideLetters } from '../i18n/sideLetters';
import { type Translate, useTranslate } from '../i18n/translate';
import { type CameraFacts, useCameraStore } from '../stores/cameraStore';
import type { Shares } from './codeColor';
import { colorTable } from './colorTable';
import type { SayCorners } from './paneCorners';
import type { PaneNotice } from './paneImage';
import { PaneScene } from './paneScene';
import type { Voxel } from './rasGrid';
import './viewer.css';

/** What is asked of a pane from outside React: a picture, and where a voxel is. */
export type PaneHandle = Pick<PaneScene, 'picture' | 'voxelToCanvas'>;

export interface CasePaneProps {
  /** Shown under the labels, voxel by voxel; null for a case that has only label maps. */
  image: File | null;
  /** The image's grid as its header says; null where there is no image or its header cannot be read. */
  imageGrid: Geometry | null;
  /** The name under which the contrast of such images is kept. */
  modality: string;
  pair: PairCodes;
  scheme: LabelScheme;
  view: View;
  layout: SliceLayout;
  /** What share of the opacity a structure (structureKey) gets. */
  shares: Shares;
  /** 0 to 1 */
  opacity: number;
  /** CSS pixels; 0 for none. */
  outlineWidth: number;
  voxel: Voxel | null;
  onVoxel: (voxel: Voxel) => void;
  /** The labels of all panes, which the picture must hold beside the head. */
  labels?: VoxelBox | null;
  /** A double click on a plane, or on 3D. */
  onEnlarge?: (layout: SliceLayout) => void;
  /** One pane tells for all of them what is odd about the image. */
  isNoticed: boolean;
  /** What the image is called in notices, where its file's name must not be told. */
  imageName?: string;
  /** What the pane shows, for screen readers. */
  label: string;
  ref?: Ref<PaneHandle>;
}

export function CasePane(props: CasePaneProps) {
  const {
    image,
    imageGrid,
    modality,
    pair,
    scheme,
    view,
    layout,
    shares,
    opacity,
    outlineWidth,
    voxel,
    label,
    labels = null,
    isNoticed,
  } = props;
  const container = useRef<HTMLDivElement>(null);
  const [scene, setScene] = useState<PaneScene | null>(null);
  const [isBusy, setIsBusy] = useState(true);
  const [notices, setNotices] = useState<PaneNotice[]>([]);
  const { t } = useTranslate();
  const [losses, setLosses] = useState(0);
  const callbacks = useRef(props);
  useEffect(() => {
    callbacks.current = props;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a scene whose graphics memory is lost is made anew.
  useEffect(() => {
    const made = new PaneScene(container.current!, {
      onCrosshair: (moved) => callbacks.current.onVoxel(moved),
      onCamera: moveCamera,
      onEnlarge: (layout) => callbacks.current.onEnlarge?.(layout),
      onWindow: (window) => setWindow(callbacks.current.modality, window),
      onLost: () => setLosses((count) => count + 1),
    });
    const follow = (facts: CameraFacts) => {
      made.camera.set(facts);
      made.setCrosshair(facts.hasCrosshair);
      made.setSmooth(facts.isSmooth);
      made.camera.setWindow(ownValue(facts.windows, callbacks.current.modality) ?? autoWindow);
    };
    follow(useCameraStore.getState());
    const stop = useCameraStore.subscribe(follow);
    setScene(made);
    return () => {
      stop();
      made.dispose();
    };
  }, [losses]);

  const table = useMemo(
    () => colorTable(view, scheme, pair, shares, opacity),
    [view, scheme, pair, shares, opacity],
  );

  useEffect(() => {
    scene?.camera.setWindow(ownValue(useCameraStore.getState().windows, modality) ?? autoWindow);
  }, [scene, modality]);
  useEffect(() => {
    if (!scene) return;
    setIsBusy(true);
    void scene.show(image, imageGrid, pair).then((found) => {
      if (!found) return;
      setIsBusy(false);
      setNotices(found);
    });
  }, [scene, image, imageGrid, pair]);
  useEffect(() => {
    const { sideDoubt, geometry } = caseOrientation(pair.geometry, imageGrid);
    scene?.setLayout(flatPlane(geometry) ?? layout);
    const lettersOf = (plane: Plane) => sideLetters(plane, sideDoubt, t);
    scene?.setSides({
      letters: {
        axial: lettersOf('axial'),
        coronal: lettersOf('coronal'),
        sagittal: lettersOf('sagittal'),
      },
      doubt: sideDoubtText(sideDoubt, t),
    });
  }, [scene, pair.geometry, imageGrid, layout, t]);
  useEffect(() => scene?.setTable(pair, table), [scene, pair, table]);
  useEffect(() => scene?.setOutline(outlineWidth), [scene, outlineWidth]);
  useEffect(() => scene?.setLabels(labels), [scene, labels]);
  useEffect(() => scene?.setWords(cornerWords(modality, t)), [scene, modality, t]);
  useEffect(() => {
    if (voxel) scene?.setVoxel(voxel);
  }, [scene, voxel]);
  useEffect(() => {
    scene?.canvas.setAttribute('role', 'img');
    scene?.canvas.setAttribute('aria-label', label);
  }, [scene, label]);

  useImperativeHandle(
    props.ref,
    (): PaneHandle => ({
      voxelToCanvas: (place) => scene?.voxelToCanvas(place) ?? null,
      picture: (scale) => scene!.picture(scale),
    }),
    [scene],
  );

  return (
    <div className="pane" aria-busy={isBusy}>
      <div ref={container} className="pane-canvas" />
      {isNoticed && notices.length > 0 && (
        <details className="pane-notice" open={notices.some(({ kind }) => isWithoutImage(kind))}>
          <summary>{noticeTitle(notices, t)}</summary>
          {notices.map((notice) => (
            <p key={notice.kind}>{noticeText(notice, props.imageName, t)}</p>
          ))}
        </details>
      )}
    </div>
  );
}

function cornerWords(modality: string, t: Translate): SayCorners {
  return ({ tile, slice, total, window, zoom }) => ({
    left: [
      ...(modality === '' ? [] : [modality]),
      t('words.sliceOf', { plane: t(`view.${tile.plane}`), slice, total }),
    ],
    right: [
      ...(window ? [windowText(window, t)] : []),
      ...(zoom === 1 ? [] : [t('view.zoomValue', { zoom: zoom.toFixed(1) })]),
    ],
  });
}

function windowText([low, high]: readonly [number, number], t: Translate): string {
  const decimals = high - low < 20 ? 2 : 0;
  const say = (value: number) => value.toFixed(decimals).replace('-', '−');
  return t('view.windowValues', { width: say(high - low), level: say((low + high) / 2) });
}

/** How the image lies under the labels can be read when asked; that there is none is seen at once. */
function isWithoutImage(kind: PaneNotice['kind']): boolean {
  return kind === 'no-webgl' || kind === 'image-unreadable' || kind === 'image-elsewhere';
}

/** What must be seen without unfolding: that headers contradict each other is no detail. */
function noticeTitle([notice]: PaneNotice[], t: Translate): string {
  switch (notice.kind) {
    case 'coarse':
      return t('viewer.coarseTitle', { step: notice.step });
    case 'headers-apart':
      return t('viewer.headersApartTitle', { distance: formatMeasure(notice.distanceMm) });
    case 'image-turned':
    case 'image-interpolated':
      return t('viewer.inSpaceTitle');
    default:
      return t('viewer.notice');
  }
}

function noticeText(notice: PaneNotice, imageName: string | undefined, t: Translate): string {
  if (notice.kind === 'no-webgl') return t('viewer.noWebgl');
  if (notice.kind === 'coarse') return t('viewer.coarse', { step: notice.step });
  const file = imageName ?? notice.file;
  switch (notice.kind) {
    case 'image-unreadable':
      return t('viewer.imageUnreadable', { file });
    case 'headers-apart':
      return t('viewer.headersApart', { file, distance: formatMeasure(notice.distanceMm) });
    case 'image-turned':
      return t('viewer.imageTurned', { file });
    case 'image-elsewhere':
      return t('viewer.imageElsewhere', { file });
    case 'image-interpolated':
      return t(notice.covered < 0.995 ? 'viewer.imageInterpolatedPartly' : 'viewer.imageInterpolated', {
        file,
        imageShape: notice.imageShape.join(' × '),
        labelShape: notice.labelShape.join(' × '),
        share: Math.floor(100 * notice.covered),
      });
  }
}
