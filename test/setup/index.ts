/** Two institutions and what happens at them, through the services, on a database in memory. */
export * from '../samples/content.ts';
export { person as anyone } from '../samples/person.ts';
export * from './decided-here.ts';
export * from './refusals.ts';
export * from './fixture.ts';
