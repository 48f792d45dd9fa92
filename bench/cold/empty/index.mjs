/** What every function is compared with: it starts Node, and does nothing. */
export const handler = async () => ({ statusCode: 204 });
