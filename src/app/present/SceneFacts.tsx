import type { ReactNode } from 'react';
import { findingsOf } from '../../derived/caseFindings';
import { useScoresOf } from '../../derived/useScores';
import { errorColors, structureColor } from '../../domain/palette';
import type { Scene } from '../../domain/scenes';
import { gapSentences } from '../../i18n/gapSentences';
import { type FactLine, sceneFactLines } from '../../i18n/sceneFactLines';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { Swatch } from '../parts/Swatch';
import { sceneRemark } from '../parts/sceneTexts';

/** What the model did with the structure of a scene: volumes, lesions and outline first, then Dice and its gap. */
export function SceneFacts({ scene }: { scene: Scene }) {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const { caseId, model, structure: key } = scene.picture;
  const scores = useScoresOf(caseId, model);
  const findings = scores && findingsOf(scores, key);
  if (!findings || !scheme) return <p className="quiet">{t('scenes.noNumbers')}</p>;
  const { structure, gap } = findings;
  const lines = sceneFactLines(findings, t);
  const remark = sceneRemark(scene, t);
  const isVolume = ({ kind }: FactLine) => kind in swatches;
  const color = structureColor(scheme, structure);
  return (
    <div className="scene-facts">
      <p className="facts-of">
        <Swatch color={color} /> {structure.name} <span className="quiet">· {model}</span>
      </p>
      <dl className="volumes">
        {lines.filter(isVolume).map((line) => (
          <Fact key={line.kind} line={line}>
            {swatches[line.kind]}
          </Fact>
        ))}
      </dl>
      <dl className="measures">
        {lines
          .filter((line) => !isVolume(line))
          .map((line) => (
            <Fact key={line.kind} line={line} />
          ))}
      </dl>
      {remark && <p className="quiet">{remark}</p>}
      {gap && (
        <div className="facts-gap">
          {gapSentences(gap, t).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** Missed and extra in the colours that they have in the picture. */
const swatches: Partial<Record<FactLine['kind'], ReactNode>> = {
  reference: null,
  prediction: null,
  missed: <Swatch color={errorColors.missed} />,
  extra: <Swatch color={errorColors.extra} />,
};

function Fact({ line: { kind, name, value }, children }: { line: FactLine; children?: ReactNode }) {
  return (
    <div data-kind={kind}>
      <dt>
        {children} {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
