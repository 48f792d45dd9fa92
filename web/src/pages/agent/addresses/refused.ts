/** Refusals of a chosen address belong to its field. */
export const REFUSED = {
  address_taken: "address",
  address_misleading: "address",
  address_reserved: "address",
} as const;
