/**
 * Digests of the contexts as W3C publishes them (w3c/vc-data-model, commit 979c4af1; VCDM 2.0 §B.1 states that of the
 * base context), in base64. The copies that are bundled equal those files as JSON and not in bytes.
 */
export const publishedDigests: Readonly<Record<string, Readonly<Record<'SHA-256' | 'SHA-384' | 'SHA-512', string>>>> = {
  'https://www.w3.org/ns/credentials/v2': {
    'SHA-256': 'WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=',
    'SHA-384': 'l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
    'SHA-512': 'XVVFK9Lc+KKfWikEc+skKxxft31OaPGgqoe6pNuiaUhS1l7GPUisBKmdlW+fcVO5QG+E0tBMdIabAsI5odgTBQ==',
  },
  'https://www.w3.org/2018/credentials/v1': {
    'SHA-256': 'q03dmlMXWIB6eaW0UFENYa6NFH6rlmzJogDAcJWwzcw=',
    'SHA-384': 'gsOz6rhjdUu/0rnxfY1tufYRafMBy/CwXh/EvrX1xR3U0uiIwnT0nD+7JAj2H67R',
    'SHA-512': 'U2pAs5DdqUqeORlsAAkPYmaOgYT+PIwCxKIshWZuaL9uhdPcfy26hbK2Lvldl94kEyVo2FBNtD8snILS6IQY0g==',
  },
  'https://www.w3.org/ns/credentials/undefined-terms/v2': {
    'SHA-256': 'gtq1FLpE6xj10bD2OMXhQMalVvv7UIlgG9wPpeuLJYE=',
    'SHA-384': 'sqZszdunC6Z62Zwv9S5gVY3wBjzqUcTKiG4l2epzz6u4eLr5LcKtK9omwxORhQ1o',
    'SHA-512': 'fFJf9JvEeexdp/zPXVZJfkvkCOsmnTZgnMH2zh+cTuI+Su+1PTcotKHKxW2mUY/P3nia8jpd+3f0zmk+te1YGw==',
  },
  'https://www.w3.org/ns/credentials/examples/v2': {
    'SHA-256': 'Vzk/vGnW77m5tdyctrmICwlENgq/4ur0WcnljPInnXw=',
    'SHA-384': 'zNNbQTWCSUSi0bbz7dbua+RcENv7C6FvlmYJ1Y+I727HsPOHdzwELMYO9Mz68M26',
    'SHA-512': 'jVYwl+qxI5Zr1/uIolZtGfs2kRLav96brf1VPAThAb6yMJGPWPW5J4gfezLRYEX4rA9gG0V07rCVIb+/nlOWaQ==',
  },
};
