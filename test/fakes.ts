/** Two institutions and what happens at them, through the services, on a database in memory. */
export * from './fakes/content.ts';
export * from './setup/refusals.ts';
export * from './setup/world.ts';
