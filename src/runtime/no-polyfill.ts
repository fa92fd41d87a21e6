// What wrangler.toml puts in the place of a polyfill: workerd has the thing itself.
export {};
