/** Programs that provide services, as scripts. */
package org.jcompose.provider;
