/** What the canonical form must be. */
package org.jcompose.canonical;
