import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { moveCamera, setWindow } from '../actions/moveCamera';
import { autoWindow } from '../domain/camera';
import type { LabelScheme } from '../domain/labelScheme';
import type { PairCodes } from '../domain/pairCodes';
import type { SliceLayout, View } from '../domain/view';
import { formatMeasure } from '../i18n/formatNumber';
import { type Translate, useTranslate } from '../i18n/translate';
import { type CameraFacts, useCameraStore } from '../stores/cameraStore';
import type { Shares } from './codeColor';
import { colorTable } from './colorTable';
import type { PaneNotice } from './paneImage';
import { PaneScene } from './paneScene';
import type { Voxel } from './rasGrid';
import './viewer.css';

/** What is asked of a pane from outside React: a picture, and where a voxel is. */
export type PaneHandle = Pick<PaneScene, 'picture' | 'voxelToCanvas'>;

export interface CasePaneProps {
  /** Shown under the labels, voxel by voxel; null for a case that has only label maps. */
  image: File | null;
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
  /** One pane tells for all of them what is odd about the image. */
  isNoticed: boolean;
  /** What the pane shows, for screen readers. */
  label: string;
  ref?: Ref<PaneHandle>;
}

export function CasePane(props: CasePaneProps) {
  const {
    image,
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
      onWindow: (window) => setWindow(callbacks.current.modality, window),
      onLost: () => setLosses((count) => count + 1),
    });
    const follow = (facts: CameraFacts) => {
      made.camera.set(facts);
      made.camera.setWindow(facts.windows[callbacks.current.modality] ?? autoWindow);
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
    () => colorTable(view, scheme, pair.values, shares, opacity),
    [view, scheme, pair.values, shares, opacity],
  );

  useEffect(() => {
    scene?.camera.setWindow(useCameraStore.getState().windows[modality] ?? autoWindow);
  }, [scene, modality]);
  useEffect(() => {
    if (!scene) return;
    setIsBusy(true);
    void scene.show(image, pair).then((found) => {
      if (!found) return;
      setIsBusy(false);
      setNotices(found);
    });
  }, [scene, image, pair]);
  useEffect(() => scene?.setTable(pair, table), [scene, pair, table]);
  useEffect(() => scene?.setLayout(layout), [scene, layout]);
  useEffect(() => scene?.setOutline(outlineWidth), [scene, outlineWidth]);
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
        <details className="pane-notice" open={notices.some(({ kind }) => kind !== 'headers-apart')}>
          <summary>{noticeTitle(notices, t)}</summary>
          {notices.map((notice) => (
            <p key={notice.kind}>{noticeText(notice, t)}</p>
          ))}
        </details>
      )}
    </div>
  );
}

/** What must be seen without unfolding: that headers contradict each other is no detail. */
function noticeTitle(notices: PaneNotice[], t: Translate): string {
  const apart = notices.find((notice) => notice.kind === 'headers-apart');
  if (!apart) return t('viewer.notice');
  return t('viewer.headersApartTitle', { distance: formatMeasure(apart.distanceMm) });
}

function noticeText(notice: PaneNotice, t: Translate): string {
  switch (notice.kind) {
    case 'no-webgl':
      return t('viewer.noWebgl');
    case 'image-unreadable':
      return t('viewer.imageUnreadable', { file: notice.file });
    case 'headers-apart':
      return t('viewer.headersApart', {
        file: notice.file,
        distance: formatMeasure(notice.distanceMm),
      });
    case 'image-grid-differs':
      return t('viewer.imageGridDiffers', {
        file: notice.file,
        imageShape: notice.imageShape.join(' × '),
        labelShape: notice.labelShape.join(' × '),
      });
  }
}
