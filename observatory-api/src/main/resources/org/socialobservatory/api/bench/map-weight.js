// Bytes of scripts and styles as they came over the wire.
performance.getEntriesByType('resource')
  .filter(each => /\.(js|css)(\?|$)/.test(each.name))
  .reduce((sum, each) => sum + each.encodedBodySize, 0)
