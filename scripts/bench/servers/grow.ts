import pg from 'pg';

/** What goes with an award, and which of its columns name a row of its own. */
const tables: Readonly<Record<string, readonly string[]>> = {
  learner: ['id'],
  registration: ['id', 'learner_id'],
  result: ['id', 'registration_id'],
  decision: ['id'],
  status_entry: [],
  award: ['id', 'completion_id', 'learner_id', 'decision_id'],
  signed_document: ['award_id'],
};
/** Columns that are to be unique, or where a list is sorted by. */
const others: Readonly<Record<string, string>> = {
  status_index: '(award.status_index + n.n) % 131072',
  index: '(status_entry.index + n.n) % 131072',
  certificate_token: 'null',
  external_id: 'null',
  source: 'null',
  decided_system: 'null',
  decided_id: 'null',
};

/**
 * Copies one award with all that is behind it this often, so that tables and indexes are as large as after that many
 * awards. The copies of the signature are of another document, which nobody looks into.
 */
export async function growTo(databaseUrl: string, awardId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    const { rows } = await client.query(
      `select award.id as award_id, award.completion_id, award.learner_id, award.decision_id, award.status_index,
         result.registration_id from award join result on result.id = award.completion_id where award.id = $1`,
      [awardId],
    );
    const row = rows[0] as Record<string, string>;
    const of: Readonly<Record<string, string>> = {
      learner: `learner.id = '${row['learner_id']}'`,
      registration: `registration.id = '${row['registration_id']}'`,
      result: `result.id = '${row['completion_id']}'`,
      decision: `decision.id = '${row['decision_id']}'`,
      status_entry: `status_entry.index = ${row['status_index']}`,
      award: `award.id = '${awardId}'`,
      signed_document: `signed_document.award_id = '${awardId}'`,
    };
    for (const [table, ids] of Object.entries(tables))
      await copy(client, { table, ids, where: of[table] ?? 'false', count });
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

type Copied = Readonly<{ table: string; ids: readonly string[]; where: string; count: number }>;

async function copy(client: pg.Client, { table, ids, where, count }: Copied): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  const values = columns.map((name) => {
    if (ids.includes(name)) return `${table}."${name}" || '-' || n.n`;
    if (name === 'created_at') return `${table}.created_at - n.n * interval '1 millisecond'`;
    return others[name] ?? `${table}."${name}"`;
  });
  await client.query(
    `insert into ${table} (${columns.map((name) => `"${name}"`).join()})
     select ${values.join()} from ${table}, generate_series(1, ${count}) as n(n) where ${where} on conflict do nothing`,
  );
}
