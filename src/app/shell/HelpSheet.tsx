import { Modal } from '@mantine/core';
import { showHelp } from '../../actions/showHelp';
import { type MessageKey, useTranslate } from '../../i18n/translate';
import { useDialogStore } from '../../stores/dialogStore';
import type { Screen } from '../../stores/viewStore';
import { type Shortcut, shortcuts } from './shortcuts';

const keyNames: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
  Escape: 'Esc',
};

const mouse: [MessageKey, MessageKey][] = [
  ['inspector.mouseClick', 'inspector.mouseClickDoes'],
  ['inspector.mouseWheel', 'inspector.mouseWheelDoes'],
  ['inspector.mouseCtrlWheel', 'inspector.mouseCtrlWheelDoes'],
  ['inspector.mouseMiddle', 'inspector.mouseMiddleDoes'],
  ['inspector.mouseRight', 'inspector.mouseRightDoes'],
  ['inspector.mouseDouble', 'inspector.mouseDoubleDoes'],
  ['inspector.mouseTurn', 'inspector.mouseTurnDoes'],
  ['inspector.mouseCurtain', 'inspector.mouseCurtainDoes'],
  ['inspector.touchOne', 'inspector.touchOneDoes'],
  ['inspector.touchTwo', 'inspector.touchTwoDoes'],
];

/** All keys and what the mouse does, on "?". */
export function HelpSheet() {
  const { t } = useTranslate();
  const isOpen = useDialogStore((facts) => facts.isHelpOpen);
  return (
    <Modal
      opened={isOpen}
      onClose={() => showHelp(false)}
      title={t('inspector.help')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      {isOpen && (
        <div className="help-sheet">
          <table>
            <caption>{t('inspector.keys')}</caption>
            <tbody>
              <KeyRows
                rows={shortcuts.filter((row) => !isOnlyOn('present', row) && !isOnlyOn('rate', row))}
              />
              <tr>
                <th scope="row">
                  <kbd>⌘K</kbd>
                  <kbd>Ctrl K</kbd>
                </th>
                <td>{t('inspector.keyPalette')}</td>
              </tr>
            </tbody>
          </table>
          <div>
            <table>
              <caption>{t('scenes.whilePresenting')}</caption>
              <tbody>
                <KeyRows rows={shortcuts.filter((row) => isOnlyOn('present', row))} />
              </tbody>
            </table>
            <table>
              <caption>{t('inspector.mouse')}</caption>
              <tbody>
                {mouse.map(([what, does]) => (
                  <tr key={what}>
                    <th scope="row">{t(what)}</th>
                    <td>{t(does)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <table>
              <caption>{t('rating.keys')}</caption>
              <tbody>
                <KeyRows rows={shortcuts.filter((row) => isOnlyOn('rate', row))} />
              </tbody>
            </table>
          </div>
        </div>
      )}
    </Modal>
  );
}

/** Its keys mean something else on the other screens. */
function isOnlyOn(screen: Screen, { screens }: Shortcut): boolean {
  return screens?.length === 1 && screens[0] === screen;
}

function KeyRows({ rows }: { rows: readonly Shortcut[] }) {
  const { t } = useTranslate();
  return rows.map(({ keys, label }) => (
    <tr key={label}>
      <th scope="row">
        {keys.length > 2 ? (
          <>
            <kbd>{keys[0]}</kbd> – <kbd>{keys[keys.length - 1]}</kbd>
          </>
        ) : (
          keys.map((key) => (
            <kbd key={key}>{key === ' ' ? t('inspector.space') : (keyNames[key] ?? key)}</kbd>
          ))
        )}
      </th>
      <td>{t(label)}</td>
    </tr>
  ));
}
