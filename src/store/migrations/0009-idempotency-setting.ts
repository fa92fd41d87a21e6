import { dataFormat, dataFormatSetting } from './data-format.ts';
import { migration } from './migration.ts';

export const idempotencySetting = migration(
  `create table idempotency_key (
    institution_id text not null references institution,
    key_digest text not null,
    request_digest text not null,
    at timestamptz(3) not null,
    body text,
    subjects text[] not null,
    primary key (institution_id, key_digest)
  )`,
  `create index idempotency_key_by_age on idempotency_key (institution_id, at)`,

  `create table setting (
    name text primary key,
    value text not null
  )`,
  `insert into setting (name, value) values ('${dataFormatSetting}', '${dataFormat}')`,
);
