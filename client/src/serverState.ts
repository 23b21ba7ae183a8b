/** `stopped`: it could not start, or was restarted too often, and stays gone until someone restarts it. */
export type ServerState = 'starting' | 'running' | 'restarting' | 'stopped';
