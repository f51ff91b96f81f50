import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { navigate } from '../../actions/navigate';
import { useTranslate } from '../../i18n/translate';

interface CrashNoticeProps {
  children: ReactNode;
}

/** Keeps a bug in one screen from taking the page with it: says what happened and offers the way out. */
export class CrashNotice extends Component<CrashNoticeProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error ? (
      <Notice error={error} onLeave={() => this.setState({ error: null })} />
    ) : (
      this.props.children
    );
  }
}

function Notice({ error, onLeave }: { error: Error; onLeave: () => void }) {
  const { t } = useTranslate();
  const leave = () => {
    navigate({ screen: 'cohort' });
    onLeave();
  };
  return (
    <Stack className="start-card crash" role="alert">
      <Title order={1}>{t('app.crashed')}</Title>
      <Text>{t('app.crashedHint')}</Text>
      <Code block>{error.message}</Code>
      <Button onClick={leave}>{t('app.backToCohort')}</Button>
    </Stack>
  );
}
