import '@mantine/core/styles.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/dropzone/styles.css';
import '@mantine/spotlight/styles.css';
import './app/theme.css';
import './app/app.css';
import './app/case.css';
import './app/gap/gap.css';
import './app/cohort/cohort.css';
import './app/cohort/plot.css';
import './app/cohort/compare.css';
import './app/session/session.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { rememberWithOtherTabs } from './actions/session/otherTabs';
import { App } from './app/App';
import { NotesWindow } from './app/present/NotesWindow';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root"');
// The window with the presenter's notes is of the same page and opens nothing.
const isNotes = window.location.hash === '#/notes';
if (!isNotes) rememberWithOtherTabs();
createRoot(root).render(<StrictMode>{isNotes ? <NotesWindow /> : <App />}</StrictMode>);
