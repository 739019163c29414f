import manifest from '../../package.json' with { type: 'json' };

/** The version of the package. */
export const { version } = manifest;

/** The oldest Node that runs it: «22.19». */
export const neededNode = manifest.engines.node.replace('>=', '');
