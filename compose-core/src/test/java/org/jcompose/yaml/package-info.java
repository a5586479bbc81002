/** What reading and writing YAML must do. */
package org.jcompose.yaml;
