import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the demo's provider has to remember, for as long as the process runs. */
export function memory(): (model: string) => Adapter {
  const kept = new Map<string, { payload: AdapterPayload; until: number }>();
  const read = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    return found && Date.now() < found.until ? found.payload : undefined;
  };
  const forget = (isOver: (payload: AdapterPayload, until: number) => boolean): void => {
    for (const [key, { payload, until }] of kept) if (isOver(payload, until)) kept.delete(key);
  };
  return model => {
    const key = (id: string): string => `${model}/${id}`;
    const sameModel = (): [string, AdapterPayload][] =>
      [...kept].flatMap(([name, { payload }]) => (name.startsWith(`${model}/`) ? [[name, payload]] : []));
    return {
      upsert(id, payload, seconds = 3600) {
        forget((_payload, until) => until < Date.now());
        kept.set(key(id), { payload, until: Date.now() + seconds * 1000 });
        return Promise.resolve();
      },
      find: id => Promise.resolve(read(key(id))),
      findByUid: uid => Promise.resolve(sameModel().find(([, payload]) => payload.uid === uid)?.[1]),
      findByUserCode: () => Promise.resolve(undefined),
      consume(id) {
        const payload = read(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
        return Promise.resolve();
      },
      destroy(id) {
        kept.delete(key(id));
        return Promise.resolve();
      },
      revokeByGrantId(grantId) {
        forget(payload => payload.grantId === grantId);
        return Promise.resolve();
      },
    };
  };
}
