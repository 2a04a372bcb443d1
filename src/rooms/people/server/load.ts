import type { Tx } from '#platform/server/scope.ts';

/** How many open questions each person has. The room that knows hands it in through the registry. */
export type LoadSupplier = (tx: Tx) => Promise<Map<string, number>>;

let supplier: LoadSupplier = async () => new Map();

export const supplyLoads = (given: LoadSupplier): void => {
  supplier = given;
};

export const openLoads: LoadSupplier = (tx) => supplier(tx);
