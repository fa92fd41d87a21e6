/** Of the whole service; none belongs to an institution. */
export type SettingTable = { name: string; value: string };
