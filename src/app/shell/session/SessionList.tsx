import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { continueSession, forgetEverything, removeSession } from '../../../actions/session/continueSession';
import { formatMoment } from '../../../i18n/formatMoment';
import { type Translate, useTranslate } from '../../../i18n/translate';
import { type SessionSummary, useSessionStore } from '../../../stores/sessionStore';
import { ForgetDialog } from './ForgetDialog';

/** What was worked on before: the last session to go on with, the earlier ones, and how to forget them. */
export function SessionList() {
  const { t } = useTranslate();
  const sessions = useSessionStore((facts) => facts.sessions);
  const [asking, ask] = useState<SessionSummary | 'everything' | null>(null);
  if (!sessions || sessions.length === 0) return null;
  const [last, ...earlier] = sessions;
  return (
    <section className="sessions" aria-label={t('session.lastHere')}>
      <h2>{t('session.lastHere')}</h2>
      <div className="session-last">
        <div className="session-title">{nameOf(last, t)}</div>
        <SessionFacts session={last} />
        <div className="session-actions">
          <Button
            rightSection={<IconArrowRight size={16} />}
            aria-label={t('session.continueNamed', { name: nameOf(last, t) })}
            onClick={() => void continueSession(last.id)}
          >
            {t('session.continue')}
          </Button>
          <RemoveButton session={last} onClick={() => ask(last)} />
        </div>
      </div>
      {earlier.length > 0 && (
        <>
          <h2>{t('session.earlier')}</h2>
          <ul>
            {earlier.map((session) => (
              <li key={session.id}>
                <button
                  type="button"
                  className="session-row"
                  onClick={() => void continueSession(session.id)}
                >
                  <span className="session-name">{nameOf(session, t)}</span>
                  <SessionFacts session={session} />
                </button>
                <RemoveButton session={session} onClick={() => ask(session)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet session-kept">
        {t('session.kept')}{' '}
        <Anchor component="button" type="button" onClick={() => ask('everything')}>
          {t('session.forgetAll')}
        </Anchor>
      </p>
      <ForgetDialog
        name={asking === null || asking === 'everything' ? null : nameOf(asking, t)}
        isOpen={asking !== null}
        onClose={() => ask(null)}
        onForget={() => {
          void (asking === 'everything' ? forgetEverything() : asking && removeSession(asking.id));
          ask(null);
        }}
      />
    </section>
  );
}

function SessionFacts({ session }: { session: SessionSummary }) {
  const { t, language } = useTranslate();
  const { caseCount, modelCount, scoredCount, pairCount, openedAt } = session;
  const counts = [
    t('app.cases', { count: caseCount }),
    t('app.models', { count: modelCount }),
    ...(scoredCount < pairCount ? [t('session.partlyScored', { done: scoredCount, total: pairCount })] : []),
  ];
  return (
    <span className="quiet session-facts">
      <span>{counts.join(' · ')}</span>{' '}
      <span>{t('session.lastOpened', { when: formatMoment(openedAt, language) })}</span>
    </span>
  );
}

function RemoveButton({ session, onClick }: { session: SessionSummary; onClick: () => void }) {
  const { t } = useTranslate();
  const label = t('session.remove', { name: nameOf(session, t) });
  return (
    <ActionIcon
      variant="subtle"
      className="session-remove"
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <IconX size={16} />
    </ActionIcon>
  );
}

function nameOf({ name, isDemo }: SessionSummary, t: Translate): string {
  if (isDemo) return t('session.demo');
  return name || t('session.unnamed');
}
