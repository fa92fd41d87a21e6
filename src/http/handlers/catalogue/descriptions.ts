import type { Handler } from '../../operation.ts';

export const listThemes: Handler<'listThemes'> = async ({ path }, { themes }) => ({
  status: 200,
  body: { items: (await themes.list(path.institution)).map(({ code, label }) => ({ code, label })) },
});

export const addEmblem: Handler<'addEmblem'> = async ({ actor, path, body }, { emblems }) => {
  const emblem = await emblems.add(actor, path.institution, body);
  const address = `/api/v1/institutions/${path.institution}/emblems/${emblem.id}`;
  return { status: 201, body: { ...emblem, address }, headers: { Location: address } };
};

export const readEmblem: Handler<'readEmblem'> = async ({ path }, { emblems }) => {
  const { id, bytes, mediaType } = await emblems.find(path.institution, path.emblem);
  return { status: 200, bytes, type: mediaType, etag: id };
};
