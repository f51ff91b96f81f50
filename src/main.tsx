import '@mantine/core/styles.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/dropzone/styles.css';
import '@mantine/spotlight/styles.css';
import './app/shell/theme.css';
import './app/shell/app.css';
import './app/case/case.css';
import './app/case/narrow.css';
import './app/parts/gap.css';
import './app/cohort/cohort.css';
import './app/cohort/charts/plot.css';
import './app/cohort/compare/compare.css';
import './app/shell/session/session.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followScreen } from './actions/screen/followScreen';
import { rememberWithOtherTabs } from './actions/session/otherTabs';
import { NotesWindow } from './app/present/NotesWindow';
import { App } from './app/shell/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root"');
// The window with the presenter's notes is of the same page and opens nothing.
const isNotes = window.location.hash === '#/notes';
if (!isNotes) {
  rememberWithOtherTabs();
  followScreen();
}
createRoot(root).render(<StrictMode>{isNotes ? <NotesWindow /> : <App />}</StrictMode>);
