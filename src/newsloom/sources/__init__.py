"""Where reports come from: feeds, sitemaps, pages, archives, files; the network is opened here alone."""
