export const example = null as never;
