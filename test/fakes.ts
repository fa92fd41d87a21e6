/** Fakes of every port, and a world of two institutions made with them. */
export * from './fakes/content.ts';
export * from './fakes/ports.ts';
export * from './fakes/refusals.ts';
export * from './fakes/stores.ts';
export * from './fakes/world.ts';
