import { render } from 'preact';
import { App } from './app.tsx';
import { pageHost } from './pageHost.ts';
import './style.css';

render(<App host={pageHost()} />, document.body);
