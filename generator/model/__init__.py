"""The nouns of the trade: frozen values that every room shares. Nothing here touches the machine."""
