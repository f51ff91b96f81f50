import { GapWaterfall, type WaterfallStep } from '../../charts/GapWaterfall';
import type { Cause } from '../../domain/errorCause';
import { hasAccount } from '../../domain/gapVerdict';
import type { LabelScheme } from '../../domain/labelScheme';
import { errorColors, structureColor } from '../../domain/palette';
import type { PairScores } from '../../domain/results';
import { formatCount, formatMeasure } from '../../i18n/formatNumber';
import { useTranslate } from '../../i18n/translate';
import { Score } from './Score';
import { Swatch } from './Swatch';

interface GapAccountViewProps {
  scheme: LabelScheme;
  scores: PairScores;
  tauMm: number;
  chosen: Cause | null;
  onChoose: (cause: Cause) => void;
}

/** One term of the account: its voxels, what it adds to the gap, and the share of it near the boundary. */
interface Term {
  cause: Cause;
  message: 'volumeEffect' | 'accumulatedError' | 'relief';
  voxels: number;
  part: number;
  /** null while the distances are not measured. */
  partNear: number | null;
}

/** The waterfall from region Dice to label Dice, with its numbers; each row leads to its voxels. */
export function GapAccountView(props: GapAccountViewProps) {
  const { t } = useTranslate();
  const { scheme, scores, tauMm, chosen, onChoose } = props;
  const { pair, account } = scores;
  if (!hasAccount(account)) return null;
  const terms = termsOf(scores);
  const tau = formatMeasure(tauMm);
  const colors = { region: structureColor(scheme, pair.region), label: structureColor(scheme, pair.label) };
  return (
    <section>
      <h2>{t('gap.account')}</h2>
      <GapWaterfall
        regionDice={account.regionDice}
        labelDice={account.labelDice}
        steps={stepsOf(terms, account.regionDice, (term) => t(`scoreKinds.${term.message}`))}
        label={t('gap.accountChart', { region: pair.region.name, label: pair.label.name })}
        chosen={chosen}
        onChoose={onChoose}
      />
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{t('scores.account')}</th>
            <th scope="col">{t('gap.voxels')}</th>
            <th scope="col">{t('gap.part')}</th>
            <th scope="col">{t('gap.ofWhich', { tau })}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Swatch color={colors.region} /> {pair.region.name}
            </th>
            <td />
            <td>
              <Score value={account.regionDice} />
            </td>
            <td />
          </tr>
          {terms.map((term) => (
            <tr key={term.cause} aria-selected={term.cause === chosen}>
              <th scope="row" title={t(`scores.${term.message}Hint`)}>
                <button
                  type="button"
                  className="plain"
                  disabled={term.voxels === 0}
                  onClick={() => onChoose(term.cause)}
                >
                  <Swatch color={errorColors[term.cause]} /> {t(`scoreKinds.${term.message}`)}
                  <span className="visually-hidden">
                    {' '}
                    {t('gap.showVoxels', { count: formatCount(term.voxels) })}
                  </span>
                </button>
              </th>
              <td>{formatCount(term.voxels)}</td>
              <td>
                <Score value={-term.part} isSigned />
              </td>
              <td>
                {term.partNear === null ? (
                  <span className="quiet" title={t('gap.reasonNotComputed')}>
                    –
                  </span>
                ) : (
                  <Score value={-term.partNear} isSigned />
                )}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <Swatch color={colors.label} /> {pair.label.name}
            </th>
            <td />
            <td>
              <Score value={account.labelDice} />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** Every term is proportional to its voxels, so their share near the boundary is the term's share. */
function termsOf({ account, boundary }: PairScores): Term[] {
  const term = (cause: Cause, message: Term['message'], voxels: number, part: number): Term => ({
    cause,
    message,
    voxels,
    part,
    partNear: boundary && (voxels === 0 ? 0 : (part * boundary[cause]) / voxels),
  });
  return [
    term('shared', 'volumeEffect', account.sharedVoxels, account.volumeEffect),
    term('child', 'accumulatedError', account.childVoxels, account.accumulatedError),
    term('relieved', 'relief', account.relievedVoxels, -account.relief),
  ];
}

/** Each bar begins where the one before ended: what widens the gap leads down the Dice axis. */
function stepsOf(terms: Term[], regionDice: number, nameOf: (term: Term) => string): WaterfallStep<Cause>[] {
  let at = regionDice;
  return terms.map((term) => {
    const start = at;
    at -= term.part;
    const near = -(term.partNear ?? term.part);
    return {
      key: term.cause,
      name: nameOf(term),
      color: errorColors[term.cause],
      start,
      near,
      far: -term.part - near,
    };
  });
}
