import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';

const mostListed = 500;

/** Files that are not scored: those that no one recognised by name, the others as counts. */
export function IntakeOtherFiles() {
  const { t } = useTranslate();
  const recognition = useCohortStore((facts) => facts.recognition);
  if (!recognition) return null;
  const { cohort, leftOutCount, byProductCount, hiddenCount } = recognition;
  const { unclaimed } = cohort;
  const counts = [
    [leftOutCount, 'intake.leftOut'],
    [byProductCount, 'intake.byProducts'],
    [hiddenCount, 'intake.hidden'],
  ] as const;
  const others = counts.filter(([count]) => count > 0).map(([count, word]) => t(word, { count }));
  if (unclaimed.length + others.length === 0) return null;
  return (
    <section className="panel other-files">
      <h2>{t('intake.otherFiles')}</h2>
      {unclaimed.length > 0 && (
        <details>
          <summary>{t('intake.unclaimed', { count: unclaimed.length })}</summary>
          <ul>
            {unclaimed.slice(0, mostListed).map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
            {unclaimed.length > mostListed && (
              <li>{t('intake.further', { count: unclaimed.length - mostListed })}</li>
            )}
          </ul>
        </details>
      )}
      {others.length > 0 && <p className="quiet">{others.join(' · ')}</p>}
    </section>
  );
}
